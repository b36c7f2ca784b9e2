import { type Logger, pino } from 'pino';

export type { Logger };

/** Structured log on stderr; credentials never reach it. */
export function createLog(level: string, part: string): Logger {
  return pino(
    {
      level,
      base: { part },
      redact: { paths: ['req.headers.authorization', 'req.headers.cookie', '*.authorization', '*.cookie', '*.password', '*.token'], censor: '[hidden]' },
    },
    pino.destination({ dest: 2, sync: false }),
  );
}
