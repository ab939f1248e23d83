import type { CaptchaChallenge } from '@sportello/contract';

/** The solution of a proof of work, as the API takes it: base64 of the challenge with the number that was found. */
export async function solveCaptcha(challenge: CaptchaChallenge): Promise<string> {
  const number = await inWorker(challenge).catch(() => inPage(challenge));
  if (number === null) throw new Error('The challenge has no solution.');
  const { algorithm, challenge: question, salt, signature } = challenge;
  return btoa(JSON.stringify({ algorithm, challenge: question, number, salt, signature }));
}

function inWorker(challenge: CaptchaChallenge): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./captcha-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<number | null>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = reject;
    worker.postMessage(challenge);
  });
}

/** Where a browser lets no worker start: each hash waits its turn, so that the page goes on answering. */
async function inPage({ algorithm, challenge, salt, maxnumber }: CaptchaChallenge): Promise<number | null> {
  const { solveChallenge } = await import('altcha-lib/v1');
  const solution = await solveChallenge(challenge, salt, algorithm, maxnumber).promise;
  return solution?.number ?? null;
}
