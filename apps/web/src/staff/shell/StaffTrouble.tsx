import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import { queryClient } from '../../api.ts';
import { common } from '../../messages/common.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { sayTrouble, troubleOf } from '../../trouble.ts';
import { Button } from '../../ui/Button.tsx';
import { problemOf } from '../staff-call.ts';
import { StaffHead } from '../StaffHead.tsx';
import { staffPaths } from '../staff-paths.ts';

/** In place of a page of the staff that could not be shown: what happened, and a way back. */
export function StaffTrouble() {
  const error = useRouteError();
  const { trouble: common_, retry } = useMessages(common);
  const { trouble: texts } = useMessages(staff);
  const trouble = troubleOf(error);
  const said = problemOf(error) === 'not-allowed' ? texts.refused : trouble.kind === 'missing' ? texts.missing : sayTrouble(trouble, common_);

  // What failed is asked for anew when the page is opened again.
  useEffect(() => queryClient.removeQueries({ predicate: ({ state }) => state.status === 'error' }), []);

  return (
    <div className="container page-body">
      <StaffHead title={said.title} lead={said.text} />
      {trouble.kind === 'broken' && trouble.requestNumber && <p>{common_.requestNumber(trouble.requestNumber)}</p>}
      <div className="button-row">
        {trouble.kind !== 'missing' && trouble.kind !== 'refused' && <Button onClick={() => location.reload()}>{retry}</Button>}
        <a href={staffPaths.desk()}>{texts.toDesk}</a>
      </div>
    </div>
  );
}

/** An address below ours that leads nowhere. */
export function NoSuchPage() {
  const { trouble: common_ } = useMessages(common);
  const { trouble: texts } = useMessages(staff);
  return (
    <div className="container page-body">
      <StaffHead title={common_.missing.title} lead={common_.missing.text} />
      <a href={staffPaths.desk()}>{texts.toDesk}</a>
    </div>
  );
}
