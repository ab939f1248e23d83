import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { repeat } from './repeat.ts';

function logged() {
  const told: string[] = [];
  return { told, clock: { now: () => 0 }, log: { warn: (_: object, message: string) => void told.push(message) } };
}

describe('work that is repeated', () => {
  test('begins at once, goes on after each rest, and ends when it is stopped', async () => {
    let rounds = 0;
    const repeated = repeat(async () => void (rounds += 1), { job: 'a', every: 5, trouble: 'trouble', ...logged() });
    await vi.waitFor(() => expect(rounds).toBeGreaterThan(2));
    await repeated.stop();
    const before = rounds;
    await wait(30);
    expect(rounds).toBe(before);
  });

  test('never works twice at once: a wake while it works makes one more round', async () => {
    let [inside, most, rounds] = [0, 0, 0];
    let finish: () => void = () => undefined;
    const repeated = repeat(
      async () => {
        rounds += 1;
        most = Math.max(most, (inside += 1));
        await new Promise<void>((resolve) => (finish = resolve));
        inside -= 1;
      },
      { job: 'a', every: 3_600_000, trouble: 'trouble', ...logged() },
    );
    repeated.wake();
    repeated.wake();
    finish();
    await vi.waitFor(() => expect(rounds).toBe(2));
    finish();
    await repeated.stop();
    expect([most, rounds]).toEqual([1, 2]);
  });

  test('tells a failure once, and tries again', async () => {
    const { told, ...deps } = logged();
    let rounds = 0;
    const repeated = repeat(
      async () => {
        rounds += 1;
        throw new Error('no database');
      },
      { job: 'a', every: 1, trouble: 'nothing was done', ...deps },
    );
    await vi.waitFor(() => expect(rounds).toBeGreaterThan(3));
    await repeated.stop();
    expect(told).toEqual(['nothing was done']);
  });

  test('waits at its end for what is under way', async () => {
    let isDone = false;
    const repeated = repeat(
      async () => {
        await wait(20);
        isDone = true;
      },
      { job: 'a', every: 1_000, trouble: 'trouble', ...logged() },
    );
    await repeated.stop();
    expect(isDone).toBe(true);
  });
});
