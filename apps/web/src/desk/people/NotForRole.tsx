import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';

/** A page that somebody came to by its address, and whose role may not do what it is for. */
export function NotForRole() {
  const { trouble } = useMessages(staff);
  return (
    <div className="container page-body">
      <StaffHead title={trouble.refused.title} lead={trouble.refused.text} />
      <a href={staffPaths.desk()}>{trouble.toDesk}</a>
    </div>
  );
}
