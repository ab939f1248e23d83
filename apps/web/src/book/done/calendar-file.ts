import { exportCalendar } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { send } from '../../api.ts';

/** Fetches the calendar file, whose address alone opens nothing, and hands it to the browser as a download. */
export function useCalendarFile(code: string, token: string) {
  return useMutation({
    mutationFn: () => send(exportCalendar, { params: { code }, token }),
    onSuccess: (text) => download(text, `${code}.ics`),
  });
}

function download(text: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: fileName });
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(address);
}
