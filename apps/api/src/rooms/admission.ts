/** When the room of a video appointment can be entered: minutes before its start and after its end. */
export const opensMinutesBefore = 15;
export const closesMinutesAfter = 30;

export interface RoomTimes {
  /** Epoch milliseconds. */
  readonly opensAt: number;
  readonly closesAt: number;
}

/** The room of a meeting by video opens a little before it begins and stays open a little after, for those who are late. */
export function roomTimes({ startsAt, endsAt }: { startsAt: number; endsAt: number }): RoomTimes {
  return { opensAt: startsAt - opensMinutesBefore * 60_000, closesAt: endsAt + closesMinutesAfter * 60_000 };
}
