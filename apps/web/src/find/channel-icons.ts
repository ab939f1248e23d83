import type { Channel } from '@sportello/contract';
import type { IconName } from '../ui/icons.ts';

export const channelIcons: Record<Channel, IconName> = { video: 'video', phone: 'telephone', desk: 'place', home: 'house' };
