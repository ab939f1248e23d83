import type { ConfirmedAppointment, DeskAppointmentItem, NewInvitation } from '@sportello/contract';
import { expect } from '@playwright/test';
import { asAdministrator } from './staff.ts';

// What officials do while a citizen looks on, through the API of the desk.

export type Invited = Pick<NewInvitation, 'id' | 'link'>;

/** Somebody of the desk of this address, who may do all that is done below. */
export async function openDesk(baseURL: string | undefined) {
  const api = await asAdministrator(baseURL ?? '');

  async function post<Answer>(path: string, data: object, status: number): Promise<Answer> {
    const answer = await api.post(`/api/v1/staff${path}`, { data });
    expect(answer.status(), await answer.text()).toBe(status);
    return (await answer.json()) as Answer;
  }

  async function read<Answer>(path: string): Promise<Answer> {
    const answer = await api.get(`/api/v1${path}`);
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as Answer;
  }

  /** As it stands now on the board of its day. */
  async function look({ code, starts_at }: Pick<ConfirmedAppointment, 'code' | 'starts_at'>): Promise<DeskAppointmentItem> {
    const { items } = await read<{ items: DeskAppointmentItem[] }>(`/staff/board?day=${starts_at.slice(0, 10)}`);
    const item = items.find((one) => one.code === code);
    if (!item) throw new Error(`${code} is not on the board`);
    return item;
  }

  async function act(booked: ConfirmedAppointment, verb: string, body: object = {}): Promise<DeskAppointmentItem> {
    const { id, revision } = await look(booked);
    return post(`/appointments/${id}/${verb}`, { revision, ...body }, 200);
  }

  return {
    /** Invites Ada to a service by video; without an address the link is handed over. */
    async invite(slug: string, email: string | null = null): Promise<Invited> {
      const { id: service_id } = await read<{ id: string }>(`/services/${slug}`);
      const { time } = await read<{ time: string }>('/status');
      const expires_on = new Date(Date.parse(time) + 20 * 24 * 3_600_000).toISOString().slice(0, 10);
      const person = email && { given_name: 'Ada', family_name: 'Rossi', email };
      return post('/invitations', { service_id, channel: 'video', person, expires_on }, 201);
    },
    async revoke({ id }: Invited): Promise<void> {
      expect((await api.delete(`/api/v1/staff/invitations/${id}`)).status()).toBe(204);
    },
    /** Proposes the nth of the free starts from two days after the one that was asked for. */
    async propose(booked: ConfirmedAppointment, message: string, nth = 0): Promise<string> {
      const from = new Date(Date.parse(booked.starts_at) + 2 * 24 * 3_600_000).toISOString().slice(0, 10);
      const to = new Date(Date.parse(booked.starts_at) + 16 * 24 * 3_600_000).toISOString().slice(0, 10);
      const wanted = new URLSearchParams({ service_id: booked.service.id, channel: booked.channel, municipality_id: booked.municipality_id, from, to });
      const { items } = await read<{ items: { starts_at: string }[] }>(`/slots?${wanted}`);
      const startsAt = items[nth]?.starts_at ?? '';
      await act(booked, 'proposals', { starts_at: startsAt, message });
      return startsAt;
    },
    look,
    approve: (booked: ConfirmedAppointment) => act(booked, 'approvals'),
    attend: (booked: ConfirmedAppointment, state: 'arrived' | 'in_progress' | 'served') => act(booked, 'attendance', { state }),
    conclude: (booked: ConfirmedAppointment, outcome: string, nextStep: string) => act(booked, 'outcome', { outcome, next_step: nextStep }),
    /** Says that whoever meets them is late today; 0 takes it back. */
    async announceDelay(booked: ConfirmedAppointment, minutes: number): Promise<void> {
      const [calendarId] = (await look(booked)).calendar_ids;
      await post(`/calendars/${calendarId}/delay`, { minutes }, 200);
    },
    close: () => api.dispose(),
  };
}
