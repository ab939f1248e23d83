import { auditRegisters } from '@sportello/contract';
import { audit } from '../../messages/audit.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { addressOf, type AuditFilter, isRegister } from './audit-filter.ts';

/** The whole trail, or a part of it that is read as a register of its own; the other filters stay. */
export function RegisterLinks({ filter }: { readonly filter: AuditFilter }) {
  const { registers: texts } = useMessages(audit);
  const lead = isRegister(filter.register) ? texts[`${filter.register}Lead`] : null;
  return (
    <>
      <nav aria-label={texts.label}>
        <ul className="register-links plain-list">
          {(['', ...auditRegisters] as const).map((register) => (
            <li key={register}>
              <a href={staffPaths.audit(addressOf({ ...filter, register }))} aria-current={register === filter.register ? 'page' : undefined}>
                {register === '' ? texts.all : texts[register]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {lead && <p>{lead}</p>}
    </>
  );
}
