import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { PlainText } from '../../ui/PlainText.tsx';

/** What the union wants people to read before the call, folded away once read. */
export function BeforeVideo({ text }: { readonly text: string | null }) {
  const { check } = useMessages(roomBefore);
  if (!text) return null;
  return (
    <details className="room-fold">
      <summary>{check.beforeVideo}</summary>
      <PlainText text={text} headingLevel={3} />
    </details>
  );
}
