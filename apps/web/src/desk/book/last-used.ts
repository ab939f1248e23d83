import { device } from '../../storage.ts';
import type { LastUsed } from './desk-choice.ts';

const mostServices = 5;

/** What an official booked last on this device; each has their own. */
export function lastUsed(staffId: string): LastUsed {
  const kept = parsed(device.read(nameOf(staffId)));
  const line = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    services: Array.isArray(kept.services) ? kept.services.filter((id): id is string => typeof id === 'string') : [],
    channel: line(kept.channel),
    municipality: line(kept.municipality),
    place: line(kept.place),
  };
}

interface Used {
  readonly service: string;
  readonly channel: string;
  readonly municipality: string;
  readonly place: string | undefined;
}

export function noteLastUsed(staffId: string, { service, channel, municipality, place }: Used): void {
  const before = lastUsed(staffId);
  const services = [service, ...before.services.filter((id) => id !== service)].slice(0, mostServices);
  device.write(nameOf(staffId), JSON.stringify({ services, channel, municipality, place: place ?? before.place }));
}

function nameOf(staffId: string): string {
  return `desk-last.${staffId}`;
}

function parsed(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
