import { showBoard } from '@sportello/contract';
import { keepCurrent } from '../../staff/live/keep-current.ts';
import { askStaff } from '../../staff/staff-call.ts';
import { followBoard } from './follow-board.ts';

/** Everything of the day within reach; each load is an entry of the trail, so the filters work on what was loaded. */
export function boardOf(day: string) {
  return askStaff(showBoard, { querystring: { day } });
}

keepCurrent(showBoard, followBoard);
