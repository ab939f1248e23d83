import { createReport } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { send } from '../api.ts';
import { help } from '../messages/help.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { PageHead } from '../shell/PageHead.tsx';
import { PhoneLine } from '../shell/PhoneLine.tsx';
import { type Report, ReportForm } from './ReportForm.tsx';
import { ReportSent } from './ReportSent.tsx';

/** What does not work, in own words: it goes by mail to the union. */
export function ReportPage() {
  const { report: texts } = useMessages(help);
  const [query] = useSearchParams();
  const sending = useMutation({ mutationFn: (body: Report) => send(createReport, { body }) });
  if (sending.isSuccess) return <ReportSent />;
  return (
    <div className="container page-body">
      <PageHead title={texts.title} lead={texts.lead} />
      <ReportForm page={pathIn(query)} isSending={sending.isPending} refusal={sending.error} onSend={sending.mutate} />
      <div className="mt-5">
        <PhoneLine />
      </div>
    </div>
  );
}

/** The page that the visitor came from; anything but a path of ours is passed over. */
function pathIn(query: URLSearchParams): string {
  const page = query.get('pagina') ?? '';
  return /^\/[^?#]*$/.test(page) ? page : '';
}
