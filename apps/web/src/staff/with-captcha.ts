import { ApiProblem } from '@sportello/contract';

/** Sends, and when the API asks for a proof of work, solves it and sends again. The person notices at most a short wait. */
export async function withCaptcha<Answer>(send: (captcha: string | null) => Promise<Answer>): Promise<Answer> {
  try {
    return await send(null);
  } catch (error) {
    const challenge = error instanceof ApiProblem ? error.problem?.challenge : undefined;
    if (!challenge) throw error;
    const { solveCaptcha } = await import('../book/solve-captcha.ts');
    return send(await solveCaptcha(challenge));
  }
}
