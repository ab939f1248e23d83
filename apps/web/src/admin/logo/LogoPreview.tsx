import { logoTexts } from '../../messages/logo.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { logoAddress } from './logo-address.ts';

/** The picture as large as people will see it: on the blue of the site, and on the white of paper. */
export function LogoPreview({ id, name }: { readonly id: string; readonly name: string }) {
  const texts = useMessages(logoTexts);
  return (
    <div className="logo-previews">
      {(['blue', 'white'] as const).map((ground) => (
        <figure key={ground}>
          <div className={`logo-preview logo-preview-${ground}`}>
            <img className="brand-logo" src={logoAddress(id)} alt={texts.alt} />
            <span aria-hidden="true">{name}</span>
          </div>
          <figcaption>{texts.grounds[ground]}</figcaption>
        </figure>
      ))}
    </div>
  );
}
