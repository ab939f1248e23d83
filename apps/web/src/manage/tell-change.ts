import { ApiProblem } from '@sportello/contract';
import { useNavigate } from 'react-router';
import { paths } from '../paths.ts';
import { lookAgain } from './queries.ts';

/** When the appointment is no longer what the page shows: its page, fresh, which says so. */
export function useTellChange(code: string): (error: unknown) => Promise<void> {
  const navigate = useNavigate();
  return async (error) => {
    if (!(error instanceof ApiProblem) || error.problemName !== 'state-conflict') return;
    await lookAgain();
    await navigate(paths.appointment(code), { replace: true, state: { notice: { kind: 'changed' } } });
  };
}
