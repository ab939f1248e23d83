import { load, useAnswer } from '../api.ts';
import { textPage } from '../directory.ts';
import { help } from '../messages/help.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { PageHead } from '../shell/PageHead.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { PageFoot } from './PageFoot.tsx';

const privacy = textPage('privacy');
const legalNotes = textPage('legal-notes');

export function loadPrivacy() {
  return load(privacy);
}

export function loadLegalNotes() {
  return load(legalNotes);
}

export function PrivacyPage() {
  const { text } = useMessages(help);
  const page = useAnswer(privacy);
  return (
    <>
      <div className="container page-body">
        <PageHead title={page.title}>{page.version && <p>{text.version(page.version)}</p>}</PageHead>
        <div className="prose">
          <PlainText text={page.text} />
        </div>
      </div>
      <PageFoot />
    </>
  );
}

export function LegalNotesPage() {
  const page = useAnswer(legalNotes);
  return (
    <>
      <div className="container page-body">
        <PageHead title={page.title} />
        <section className="prose" data-element="legal-notes-section" aria-label={page.title}>
          <div data-element="legal-notes-body">
            <PlainText text={page.text} />
          </div>
        </section>
      </div>
      <PageFoot />
    </>
  );
}
