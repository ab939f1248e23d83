import { may } from '@sportello/contract';
import { useLocation, useParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { MisfitNotice } from '../../desk/misfits/MisfitNotice.tsx';
import { servicesAdmin } from '../../messages/services-admin.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { paths } from '../../paths.ts';
import { useMe } from '../../staff/me.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { recordOf } from '../records/queries.ts';
import { RecordEditor } from '../records/RecordEditor.tsx';
import { RecordLife } from '../records/RecordLife.tsx';
import { newService } from './new-content.ts';
import { ServiceForm } from './ServiceForm.tsx';
import { stateOf } from './service-state.ts';
import { ServiceStateChip } from './ServiceStateChip.tsx';

/** One service: all that is decided about it, and what becomes of it. */
export function ServiceRecordPage() {
  const { page: texts } = useMessages(servicesAdmin);
  const { role } = useMe();
  const id = useParams().id ?? '';
  const said = (useLocation().state as { readonly said?: string } | null)?.said ?? null;
  const item = useAnswer(recordOf({ kind: 'service', id }));
  const state = stateOf(item);
  const mayChange = may(role, 'union.change');
  return (
    <div className="container page-body">
      <StaffHead title={item.title} up={{ label: texts.up, href: staffPaths.records('service') }}>
        <p>
          <ServiceStateChip state={state} /> {state === 'unpublished' && texts.hiddenNotice} {state === 'unpublished' && mayChange && <a href="?parte=pubblicazione">{texts.publish}</a>}
        </p>
        <p className="record-links">
          <a href={staffPaths.recordHistory('service', id)}>{texts.history}</a>
          {mayChange && <a href={staffPaths.newService(id)}>{texts.copy}</a>}
          {state === 'published' && <a href={paths.service(item.content.slug)}>{texts.asCitizens}</a>}
        </p>
      </StaffHead>
      <MisfitNotice kind="service" id={id} />
      <RecordEditor kind="service" id={id} start={newService()} form={(edit) => <ServiceForm edit={edit} recordId={id} />} said={said} />
      <RecordLife item={item} />
    </div>
  );
}
