import { showUnionDocument } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { unionDocument } from '../../messages/union-document.ts';
import { saveBlob } from '../../papers/save-blob.ts';
import { Done } from '../../staff/Done.tsx';
import { Refusal } from '../../staff/Refusal.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { Button } from '../../ui/Button.tsx';

export function ExportPart() {
  const { export: texts } = useMessages(unionDocument);
  const saving = useMutation({
    mutationFn: async () => {
      const document = await staffCall(showUnionDocument, {});
      // Indented, because people look into it before they trust it.
      saveBlob(new Blob([JSON.stringify(document, null, 2)], { type: 'application/json' }), `sportello-${document.written_at.slice(0, 10)}.json`);
    },
  });
  return (
    <>
      <p>{texts.text}</p>
      <Refusal error={saving.error} />
      <Button kind="outline-primary" busy={saving.isPending} onClick={() => saving.mutate()}>
        {texts.button}
      </Button>
      <Done text={saving.isSuccess ? texts.saved : null} />
    </>
  );
}
