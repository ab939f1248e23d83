import type { LightState } from '@sportello/contract';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { systemState } from '../../messages/system-state.ts';

/** A shape of its own for each state beside the word, so that nobody needs to tell colours apart. */
const shapes: Readonly<Record<LightState, string>> = {
  good: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.6 14.4-4.1-4.1 1.5-1.5 2.6 2.6 5.8-5.8 1.5 1.5Z',
  attention: 'M12 2 1 21h22L12 2Zm1 16h-2v-2h2Zm0-4h-2V9h2Z',
  bad: 'M7.8 2h8.4L22 7.8v8.4L16.2 22H7.8L2 16.2V7.8Zm8.6 12.9L13.5 12l2.9-2.9-1.5-1.5L12 10.5 9.1 7.6 7.6 9.1 10.5 12l-2.9 2.9 1.5 1.5L12 13.5l2.9 2.9Z',
  unknown: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Zm-1 12h2v2h-2Zm1-10a4 4 0 0 0-4 4h2a2 2 0 1 1 2.8 1.8c-1 .5-1.8 1.3-1.8 2.7h2c0-.6.3-.8 1-1.2A4 4 0 0 0 12 6Z',
  off: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Zm-5 7v2h10v-2Z',
};

export function LightSign({ state, text }: { readonly state: LightState; readonly text?: string }) {
  const { states } = useMessages(systemState);
  return (
    <span className={`light-sign light-sign-${state}`}>
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path fillRule="evenodd" d={shapes[state]} />
      </svg>
      {text ?? states[state]}
    </span>
  );
}
