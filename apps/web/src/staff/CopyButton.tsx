import { useMessages } from '../messages/LanguageContext.tsx';
import { staff } from '../messages/staff.ts';
import { CopyButton as PlainCopyButton } from '../ui/CopyButton.tsx';

/** As the pages of the staff say it: the text stands beside the button. */
export function CopyButton({ text, label }: { readonly text: string; readonly label?: string }) {
  const { copy } = useMessages(staff);
  return <PlainCopyButton text={text} label={label ?? copy.copy} copied={copy.copied} failed={copy.failed} />;
}
