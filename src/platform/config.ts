import { resolve } from 'node:path';
import { z } from 'zod';
import { UsageError } from './errors.js';

const port = z.coerce.number('must be a number from 0 to 65535').int().min(0).max(65535);

const timeZone = z.string().refine(isTimeZone, 'must be an IANA time zone such as Asia/Shanghai');

const environment = z.object({
  PORT: port.default(4000),
  HUB_HOST: z.string().min(1).optional(),
  HUB_PUBLIC_URL: z.url('must be an absolute URL such as https://hub.example.org').optional(),
  HUB_DATA_DIR: z.string().min(1).default('.wenming'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must be a PostgreSQL address such as postgres://user:password@host:5432/hub')
    .optional(),
  HUB_TIME_ZONE: timeZone.default('Asia/Shanghai'),
  HUB_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'must be one of fatal, error, warn, info, debug, silent').default('warn'),
  HUB_SESSION_HOURS: z.coerce.number().int().min(1).max(720).default(12),
});

/** All settings of the hub, read once from the environment. */
export interface HubConfig {
  readonly port: number;
  readonly host: string;
  /** Base address as users see it, without a trailing slash; undefined until the port is known. */
  readonly publicUrl: string | undefined;
  /** Absolute path of the folder for the embedded database and the demo's secrets. */
  readonly dataDir: string;
  /** Your own PostgreSQL; undefined means the embedded one. */
  readonly databaseUrl: string | undefined;
  /** IANA zone in which a day of the figures begins and ends. */
  readonly timeZone: string;
  readonly logLevel: string;
  readonly sessionHours: number;
}

/**
 * Reads and checks the environment.
 * @throws UsageError with one sentence that names the setting, what is wrong and what would be right
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): HubConfig {
  const known = Object.fromEntries(Object.keys(environment.shape).map((key) => [key, env[key] === '' ? undefined : env[key]]));
  const parsed = environment.safeParse(known);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = issue?.path.join('.') ?? 'environment';
    throw new UsageError(`The setting ${name} is wrong (${JSON.stringify(env[name] ?? '')}): it ${issue?.message ?? 'is invalid'}.`);
  }
  const settings = parsed.data;
  return {
    port: settings.PORT,
    host: settings.HUB_HOST ?? (settings.DATABASE_URL === undefined ? '127.0.0.1' : '0.0.0.0'),
    publicUrl: settings.HUB_PUBLIC_URL?.replace(/\/+$/, ''),
    dataDir: resolve(settings.HUB_DATA_DIR),
    databaseUrl: settings.DATABASE_URL,
    timeZone: settings.HUB_TIME_ZONE,
    logLevel: settings.HUB_LOG_LEVEL,
    sessionHours: settings.HUB_SESSION_HOURS,
  };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
