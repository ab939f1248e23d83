import { servicesAdmin } from '../../messages/services-admin.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import type { ServiceState } from './service-state.ts';

const looks: Readonly<Record<ServiceState, string>> = { published: 'state-good', unpublished: 'state-waiting', archived: 'state-over' };

export function ServiceStateChip({ state }: { readonly state: ServiceState }) {
  const { state: names } = useMessages(servicesAdmin);
  return <span className={`state-chip ${looks[state]}`}>{names[state]}</span>;
}
