import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { paths } from '../../paths.ts';
import { linkOf, useUnion } from '../../union.ts';

export function StaffFooter() {
  const { footer, header } = useMessages(staff);
  const union = useUnion();
  return (
    <footer className="staff-footer" id="footer">
      <div className="container">
        <p>{footer.label}</p>
        <ul className="plain-list">
          <li>
            <a href={paths.home()}>{header.citizens}</a>
          </li>
          <li>
            <a href={linkOf(union, 'privacy') ?? paths.privacy()}>{footer.privacy}</a>
          </li>
          <li>
            <a href={paths.accessibility()}>{footer.accessibility}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
