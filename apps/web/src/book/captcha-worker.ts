import { solveChallenge } from 'altcha-lib/v1';
import type { CaptchaChallenge } from '@sportello/contract';

// Runs beside the page, so that it stays quick while a slow phone counts.
self.addEventListener('message', ({ data }: MessageEvent<CaptchaChallenge>) => {
  void solveChallenge(data.challenge, data.salt, data.algorithm, data.maxnumber).promise.then((solution) => self.postMessage(solution?.number ?? null));
});
