import { type DeskAppointmentItem } from '@sportello/contract';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { deskToday } from '../../messages/desk-today.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { onLiveEvent } from '../../staff/live/live.ts';
import { Live } from '../../ui/Live.tsx';
import { useNameOf } from '../name-of.ts';

/** Changes that come together are told together. */
const gatherMilliseconds = 1_200;

/** Tells who listens to the page what colleagues changed on the board shown; what one did oneself is told elsewhere. */
export function LiveAnnouncer({ items }: { readonly items: readonly DeskAppointmentItem[] }) {
  const { announce } = useMessages(deskToday);
  const nameOf = useNameOf();
  const [said, setSaid] = useState('');
  const told = useRef(new Map<string, string>());
  const waiting = useRef(new Map<string, string>());

  // What is on the board already, by one's own doing or before, is no news.
  useEffect(() => {
    for (const { id, state } of items) if (!waiting.current.has(id)) told.current.set(id, state);
  }, [items]);

  const hear = useEffectEvent((item: DeskAppointmentItem) => {
    const { id, state } = item;
    if (told.current.get(id) === state || !items.some((shown) => shown.id === id) || !(state in announce)) return;
    told.current.set(id, state);
    waiting.current.set(id, announce[state as Exclude<keyof typeof announce, 'many'>](nameOf(item)));
  });

  useEffect(() => {
    const stop = onLiveEvent((event) => {
      if (event.name === 'appointment') hear(event.data);
    });
    const timer = setInterval(() => {
      if (waiting.current.size === 0) return;
      const news = [...waiting.current.values()];
      waiting.current.clear();
      setSaid(news.length > 3 ? announce.many(news.length) : news.join('. '));
    }, gatherMilliseconds);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [announce]);

  return <Live text={said} />;
}
