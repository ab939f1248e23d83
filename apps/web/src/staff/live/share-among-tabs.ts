/** What tabs of one browser tell each other. */
export interface Tabs<Message> {
  readonly tell: (message: Message) => void;
  readonly leave: () => void;
}

interface Wish<Message> {
  /** Tabs with the same name belong together. */
  readonly name: string;
  readonly onMessage: (message: Message) => void;
  /** Run by one tab at a time, from when it is its turn until the signal aborts. */
  readonly lead: (signal: AbortSignal) => Promise<void>;
}

/**
 * Joins the tabs of that name: one of them leads, and when it closes another does. Where the browser lacks what this
 * needs (locks are there on https and localhost only), every tab leads itself.
 */
export function shareAmongTabs<Message>({ name, onMessage, lead }: Wish<Message>): Tabs<Message> {
  const leaving = new AbortController();
  const { signal } = leaving;
  const channel = isShareable() ? new BroadcastChannel(name) : null;
  if (channel) {
    // Only pages of ours, of this same name, write into it.
    channel.onmessage = ({ data }: MessageEvent<Message>) => onMessage(data);
    // Refused only when it is left while it waits.
    navigator.locks.request(name, { signal }, () => lead(signal)).catch(() => undefined);
  } else void lead(signal);
  return {
    tell: (message) => channel?.postMessage(message),
    leave() {
      leaving.abort();
      channel?.close();
    },
  };
}

function isShareable(): boolean {
  return 'locks' in navigator && 'BroadcastChannel' in window;
}
