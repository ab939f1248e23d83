import { may, type RecordKind } from '@sportello/contract';
import { type ReactNode, useId } from 'react';
import { useAnswerSoon } from '../../api.ts';
import { appointmentTable } from '../../messages/appointment-table.ts';
import { mailServer } from '../../messages/mail-server.ts';
import { members } from '../../messages/members.ts';
import { records } from '../../messages/records.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { retention } from '../../messages/retention.ts';
import { statistics } from '../../messages/statistics.ts';
import { systems } from '../../messages/systems.ts';
import { unionDocument } from '../../messages/union-document.ts';
import { videoConnection } from '../../messages/video-connection.ts';
import { useMe } from '../../staff/me.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Card } from '../../ui/Card.tsx';
import { allMembers } from '../members/queries.ts';
import { FirstStepsCard } from '../first-steps/FirstStepsCard.tsx';
import { SystemCard, SystemMark } from '../health/SystemCard.tsx';
import { retentionNow } from '../retention/queries.ts';
import { listOf } from './lists.ts';
import { recordsOf } from './queries.ts';

const organisation: readonly RecordKind[] = ['municipality', 'office', 'place'];
const offer: readonly RecordKind[] = ['service', 'calendar', 'closure', 'worked_holiday'];
const texts: readonly RecordKind[] = ['faq', 'life_event', 'message_text', 'privacy_notice'];

/** Where an administrator begins: everything that the union decides, with how much of it there is. */
export function OverviewPage() {
  const { overview, kinds } = useMessages(records);
  const { navigation } = useMessages(members);
  const video = useMessages(videoConnection);
  const others = useMessages(systems);
  const mail = useMessages(mailServer);
  const figures = useMessages(statistics);
  const appointments = useMessages(appointmentTable);
  const transfer = useMessages(unionDocument);
  const { role } = useMe();
  return (
    <div className="container page-body">
      <StaffHead title={overview.title} lead={overview.lead} />
      {may(role, 'union.change') && <FirstStepsCard />}
      {may(role, 'system.read') && <SystemMark />}
      {may(role, 'union.read') && (
        <>
          <Group title={overview.groups.organisation}>
            <Card title={kinds.union.many} href={staffPaths.records('union')} text={kinds.union.lead} />
            {organisation.map((kind) => (
              <KindCard key={kind} kind={kind} />
            ))}
          </Group>
          <Group title={overview.groups.offer}>
            {offer.map((kind) => (
              <KindCard key={kind} kind={kind} />
            ))}
          </Group>
          <Group title={overview.groups.texts}>
            {texts.map((kind) => (
              <KindCard key={kind} kind={kind} />
            ))}
          </Group>
        </>
      )}
      <Group title={overview.groups.work}>
        {may(role, 'member.read') && <MembersCard />}
        {may(role, 'connection.read') && <Card title={video.section} href={staffPaths.video()} text={overview.videoLead} />}
        {may(role, 'connection.read') && <Card title={others.section} href={staffPaths.connections()} text={others.overview} />}
        {may(role, 'connection.read') && <Card title={mail.section} href={staffPaths.mail()} text={mail.overview} />}
        {may(role, 'system.read') && <SystemCard />}
        {may(role, 'statistics.read') && <Card title={figures.section} href={staffPaths.statistics()} text={figures.overview} />}
        {may(role, 'appointment.export') && <Card title={appointments.section} href={staffPaths.appointmentTable()} text={appointments.overview} />}
        {may(role, 'union.read') && <Card title={transfer.section} href={staffPaths.unionDocument()} text={transfer.overview} />}
        {may(role, 'union.read') && <RetentionCard />}
        {may(role, 'audit.read') && <Card title={navigation.audit} href={staffPaths.audit()} text={overview.auditLead} />}
      </Group>
    </div>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="overview-group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="overview-cards">{children}</div>
    </section>
  );
}

function KindCard({ kind }: { readonly kind: RecordKind }) {
  const { overview, kinds } = useMessages(records);
  const items = useAnswerSoon(recordsOf(kind))?.items;
  const archived = items?.filter(({ state }) => state === 'archived').length ?? 0;
  return (
    <Card title={kinds[kind].many} href={listOf(kind)} text={kinds[kind].lead}>
      <p className="overview-count">
        <strong>{items ? items.length - archived : '…'}</strong> {archived > 0 && <span className="form-text">{overview.archived(archived)}</span>}
      </p>
    </Card>
  );
}

function RetentionCard() {
  const texts = useMessages(retention);
  const state = useAnswerSoon(retentionNow);
  return (
    <Card title={texts.section} href={staffPaths.retention()} text={texts.overview}>
      <p className="overview-count">
        <strong>{state ? (state.is_on ? texts.overviewOn : texts.overviewOff) : '…'}</strong>
      </p>
    </Card>
  );
}

function MembersCard() {
  const { overview } = useMessages(records);
  const { navigation } = useMessages(members);
  const everybody = useAnswerSoon(allMembers);
  return (
    <Card title={navigation.members} href={staffPaths.members()} text={overview.peopleLead}>
      <p className="overview-count">
        <strong>{everybody ? everybody.length : '…'}</strong>
      </p>
    </Card>
  );
}
