import type { ChannelContent } from '@sportello/contract';
import type { Edit } from '../records/use-record-edit.ts';
import type { ItemOf } from '../records/queries.ts';

/** What the parts of the editor of a service work with. */
export type ServiceEdit = Edit<ItemOf<'service'>['content']>;

/** One way of booking, and where it stands in the service. */
export interface ChannelEdit {
  readonly edit: ServiceEdit;
  readonly rules: ChannelContent;
  /** JSON pointer of a field of it: `at('duration_minutes')`; without a name, of itself. */
  readonly at: (name?: string) => string;
}
