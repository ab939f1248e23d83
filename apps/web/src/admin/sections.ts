import { may, type PermissionName, type Role } from '@sportello/contract';
import { appointmentTable } from '../messages/appointment-table.ts';
import { mailServer } from '../messages/mail-server.ts';
import { members } from '../messages/members.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { records } from '../messages/records.ts';
import { retention } from '../messages/retention.ts';
import { statistics } from '../messages/statistics.ts';
import { systemState } from '../messages/system-state.ts';
import { systems } from '../messages/systems.ts';
import { unionDocument } from '../messages/union-document.ts';
import { videoConnection } from '../messages/video-connection.ts';
import { staffPaths } from '../staff/staff-paths.ts';

export interface Page {
  readonly label: string;
  readonly href: string;
  readonly needs: PermissionName;
  /** Other addresses whose pages belong to it. */
  readonly also?: readonly string[];
}

/** Pages that an administrator looks for together; of one alone its name is that of the section. */
export interface Section {
  readonly label: string;
  readonly pages: readonly Page[];
}

/** The sections of /unione that this role may open, in their order. */
export function useSections(role: Role): readonly Section[] {
  const { navigation } = useMessages(members);
  const { section: video } = useMessages(videoConnection);
  const { section: mail } = useMessages(mailServer);
  const { section: system } = useMessages(systemState);
  const { section: others } = useMessages(systems);
  const { section: keeping } = useMessages(retention);
  const { section: transfer } = useMessages(unionDocument);
  const { section: figures } = useMessages(statistics);
  const { section: appointments } = useMessages(appointmentTable);
  const { sections: words } = useMessages(records);
  const sections: readonly Section[] = [
    {
      label: words.union,
      pages: [
        { label: words.about, href: staffPaths.records('union'), needs: 'union.read' },
        { label: words.municipalities, href: staffPaths.records('municipality'), needs: 'union.read' },
        { label: words.offices, href: staffPaths.records('office'), needs: 'union.read' },
        { label: words.places, href: staffPaths.records('place'), needs: 'union.read' },
        { label: words.texts, href: staffPaths.texts(), needs: 'union.read', also: (['faq', 'life_event', 'message_text', 'privacy_notice'] as const).map(staffPaths.records) },
      ],
    },
    {
      label: words.services,
      pages: [
        { label: words.services, href: staffPaths.records('service'), needs: 'union.read' },
        { label: words.calendars, href: staffPaths.records('calendar'), needs: 'union.read' },
        { label: words.closures, href: staffPaths.records('closure'), needs: 'union.read', also: [staffPaths.records('worked_holiday')] },
      ],
    },
    { label: navigation.members, pages: [{ label: navigation.members, href: staffPaths.members(), needs: 'member.read' }] },
    {
      label: words.connections,
      pages: [
        { label: video, href: staffPaths.video(), needs: 'connection.read' },
        { label: others, href: staffPaths.connections(), needs: 'connection.read' },
        { label: mail, href: staffPaths.mail(), needs: 'connection.read' },
        { label: system, href: staffPaths.system(), needs: 'system.read' },
      ],
    },
    {
      label: words.data,
      pages: [
        { label: figures, href: staffPaths.statistics(), needs: 'statistics.read' },
        { label: appointments, href: staffPaths.appointmentTable(), needs: 'appointment.export' },
        { label: transfer, href: staffPaths.unionDocument(), needs: 'union.read' },
        { label: keeping, href: staffPaths.retention(), needs: 'union.read' },
        { label: navigation.audit, href: staffPaths.audit(), needs: 'audit.read' },
      ],
    },
  ];
  return sections.map((section) => ({ ...section, pages: section.pages.filter(({ needs }) => may(role, needs)) })).filter(({ pages }) => pages.length > 0);
}

/** Whether this address is that of the page or lies below it. */
export function isIn({ href, also = [] }: Page, pathname: string): boolean {
  return pathname === href || [href, ...also].some((begin) => pathname === begin || pathname.startsWith(`${begin}/`));
}
