import { newId } from '../id.ts';
import type { DemoContent } from './content/shape.ts';

/** The id of the piece of content with this key. */
export type IdOf<Key extends string> = (key: Key) => string;

/** New ids for all content, so that pieces can point at each other before any of them is written. */
export function idsOf(content: DemoContent) {
  return {
    municipality: idsFor(content.municipalities),
    office: idsFor(content.offices),
    place: idsFor(content.places),
    lifeEvent: idsFor(content.lifeEvents),
    service: idsFor(content.services),
    serviceChannel: idsFor(content.services.flatMap(({ key, channels }) => channels.map(({ channel }) => ({ key: `${key} ${channel}` })))),
    calendar: idsFor(content.calendars),
  };
}

export type DemoIds = ReturnType<typeof idsOf>;

function idsFor<Key extends string>(items: readonly { readonly key: Key }[]): IdOf<Key> {
  const ids = new Map(items.map(({ key }) => [key, newId()]));
  return (key) => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`The demo content names "${key}", which it does not have`);
    return id;
  };
}
