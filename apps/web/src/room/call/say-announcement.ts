import type { it } from '../../messages/room.it.ts';
import type { Announcement } from './announce.ts';

/** An announcement in the words of the page. */
export function sayAnnouncement(announcement: Announcement, texts: typeof it.say): string {
  const { name } = announcement;
  switch (announcement.what) {
    case 'message':
      return texts.message(name, announcement.text);
    case 'shares-no-more':
      return texts.sharesNoMore(name);
    default:
      return texts[announcement.what](name);
  }
}
