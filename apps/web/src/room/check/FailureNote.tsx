import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { type Device, explainFailure } from './explain.ts';
import type { Failure } from './failure.ts';
import { thisBrowser } from './open-device.ts';

/** Why a device cannot be used, in plain words, and what to do in this very browser. */
export function FailureNote({ failure, device }: { readonly failure: Failure; readonly device: Device }) {
  const { failure: texts } = useMessages(roomBefore);
  const { title, steps } = explainFailure(failure, device, thisBrowser(), texts);
  return (
    <Alert kind="warning" role="alert">
      <p>
        <strong>{title}.</strong> {texts.whatToDo}:
      </p>
      <ol className="failure-steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Alert>
  );
}
