import { records } from '../../messages/records.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { ListPage } from './ListPage.tsx';

export function ClosuresPage() {
  const { closuresPage } = useMessages(records);
  return <ListPage kinds={['closure', 'worked_holiday']} title={closuresPage.title} />;
}

export function TextsPage() {
  const { texts } = useMessages(records);
  return <ListPage kinds={['faq', 'life_event', 'message_text', 'privacy_notice']} title={texts.title} lead={texts.lead} />;
}
