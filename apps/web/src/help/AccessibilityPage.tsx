import { help } from '../messages/help.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { paths } from '../paths.ts';
import { PageHead } from '../shell/PageHead.tsx';
import { PhoneLine } from '../shell/PhoneLine.tsx';
import { linkOf, useUnion } from '../union.ts';
import { PageFoot } from './PageFoot.tsx';

export function AccessibilityPage() {
  const { accessibility: texts } = useMessages(help);
  const union = useUnion();
  const declaration = linkOf(union, 'accessibility');
  const mailbox = linkOf(union, 'accessibility-feedback');
  return (
    <>
      <div className="container page-body">
        <PageHead title={texts.title} lead={texts.lead} />
        <div className="prose">
          <h2>{texts.what}</h2>
          <ul>
            {texts.done.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          <p>{texts.standard}</p>
          {declaration && (
            <>
              <h2>{texts.declaration}</h2>
              <p>{texts.declarationText}</p>
              <p>
                <a href={declaration}>{texts.declarationLink}</a>
              </p>
            </>
          )}
          <h2>{texts.trouble}</h2>
          <p>{texts.troubleText}</p>
          <ul>
            <li>
              <a href={paths.report()}>{texts.report}</a>
            </li>
            {mailbox?.startsWith('mailto:') && (
              <li>
                {texts.write} <a href={mailbox}>{mailbox.slice('mailto:'.length)}</a>
              </li>
            )}
          </ul>
          <PhoneLine />
        </div>
      </div>
      <PageFoot />
    </>
  );
}
