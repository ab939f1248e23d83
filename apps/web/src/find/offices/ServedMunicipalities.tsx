import { useAnswer } from '../../api.ts';
import { municipalities } from '../../directory.ts';
import { find } from '../../messages/find.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { paths } from '../../paths.ts';

/** The comuni that an office serves today. */
export function ServedMunicipalities({ ids }: { readonly ids: readonly string[] }) {
  const { offices: texts } = useMessages(find);
  const members = useAnswer(municipalities);
  const served = members.filter(({ id }) => ids.includes(id));
  return (
    <>
      {served.length === members.length && <p>{texts.allMunicipalities(members.length)}</p>}
      <ul className="inline-list">
        {served.map(({ id, slug, name }) => (
          <li key={id}>
            <a className="chip chip-simple" href={paths.municipality(slug)}>
              <span className="chip-label">{name}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
