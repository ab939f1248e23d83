import { onSignInAgain, currentSignInAgain, signInAgain } from '../sign-in-again.ts';
import { keepConnected, type Standing } from './keep-connected.ts';
import type { LiveEvent } from './live-event.ts';
import { type Tabs, shareAmongTabs } from './share-among-tabs.ts';

type Message =
  | { readonly kind: 'event'; readonly event: LiveEvent }
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'standing'; readonly standing: Standing }
  /** A tab that has just come asks the leading one how things stand. */
  | { readonly kind: 'hello' }
  /** Somebody signed in again, in whichever tab. */
  | { readonly kind: 'signed-in' };

interface Wish {
  /** Whose desk: tabs of one person share a stream. */
  readonly name: string;
  /** From where to go on while none has told more; null: from now. */
  readonly start: string | null;
  readonly onEvent: (event: LiveEvent) => void;
  readonly onStanding: (standing: Standing) => void;
}

/** Whoever has just signed out in this tab is on the way to the door, and is not asked to come in again. */
const leaveMilliseconds = 500;

/**
 * The live stream of one browser, however many of its tabs follow it: one reads it and tells the others. Answers how to stop.
 */
export function followDesk({ name, start, onEvent, onStanding }: Wish): () => void {
  let lastId = start;
  let standing: Standing = { state: 'connecting' };
  let resume: () => void = () => undefined;
  let asking: ReturnType<typeof setTimeout> | undefined;
  const tabs: Tabs<Message> = shareAmongTabs<Message>({ name: `sportello-desk-${name}`, onMessage: hear, lead });
  tabs.tell({ kind: 'hello' });

  const stopListening = onSignInAgain(() => {
    if (currentSignInAgain().state !== 'settled' || standing.state !== 'over') return;
    tabs.tell({ kind: 'signed-in' });
    resume();
  });

  async function lead(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await keepConnected({ signal, lastId: () => lastId, onEvent: pass, onId: note, onStanding: stand });
      if (!signal.aborted) await untilSignedIn(signal);
    }
  }

  function untilSignedIn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      resume = resolve;
      signal.addEventListener('abort', () => resolve());
    });
  }

  function pass(event: LiveEvent): void {
    tabs.tell({ kind: 'event', event });
    onEvent(event);
  }

  /** Whoever leads next goes on from there. */
  function note(id: string): void {
    tabs.tell({ kind: 'id', id });
    lastId = id;
  }

  function stand(next: Standing): void {
    tabs.tell({ kind: 'standing', standing: next });
    show(next);
  }

  function hear(message: Message): void {
    switch (message.kind) {
      case 'event':
        return onEvent(message.event);
      case 'id':
        lastId = message.id;
        return;
      case 'standing':
        return show(message.standing);
      case 'hello':
        if (standing.state !== 'connecting') tabs.tell({ kind: 'standing', standing });
        return;
      case 'signed-in':
        return resume();
      default:
        return message satisfies never;
    }
  }

  function show(next: Standing): void {
    standing = next;
    onStanding(next);
    clearTimeout(asking);
    if (next.state === 'over') asking = setTimeout(() => void signInAgain('over'), leaveMilliseconds);
  }

  return () => {
    clearTimeout(asking);
    stopListening();
    tabs.leave();
  };
}
