import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, Payload, globalId } from '../../platform/index.js';
import { type BacktestRow, type BacktestState, daysCovered } from './backtest-row.js';
import { compareOutcomes } from './compare-outcomes.js';
import { PolicyComparisonView } from './comparison.view.js';

const BacktestStateEnum: { readonly [Name in BacktestState]: Name } = { RUNNING: 'RUNNING', DONE: 'DONE', CANCELLED: 'CANCELLED', FAILED: 'FAILED' };

registerEnumType(BacktestStateEnum, {
  name: 'BacktestState',
  description: 'How far a backtest is.',
  valuesConfig: {
    RUNNING: { description: 'A worker is at it, or will be.' },
    DONE: { description: 'All of the history asked for was replayed.' },
    CANCELLED: { description: 'A lead called it off.' },
    FAILED: { description: 'It could not go on; start another.' },
  },
});

@ObjectType('Backtest', { simpleResolvers: true, description: 'A replay of history with a version of the policy, against the one that was served when it began. Nothing follows from what it finds.' })
export class BacktestView {
  @Field(() => ID, { description: 'Opaque: good for `backtest` and as an input, nothing else.' })
  readonly id: string;

  @Field(() => String, { nullable: true, description: 'Label of the version replayed; null for a file that the command line replays.' })
  readonly version: string | null;

  @Field(() => String, { description: 'Label of the served version that it is compared with.' })
  readonly servedVersion: string;

  @Field(() => BacktestStateEnum, { description: 'How far it is.' })
  readonly state: BacktestState;

  @Field(() => Int, { description: 'Posts replayed so far.' })
  readonly done: number;

  @Field(() => Int, { description: 'Posts to replay.' })
  readonly total: number;

  @Field(() => DateTime, { description: 'Posts received from then on …' })
  readonly from: Date;

  @Field(() => DateTime, { description: '… until then are replayed, the newest first.' })
  readonly to: Date;

  @Field(() => String, { nullable: true, description: 'Name of the lead who started it.' })
  readonly startedBy: string | null;

  @Field(() => DateTime, { description: 'When it was started.' })
  readonly startedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it ended, however it did.' })
  readonly finishedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it could not go on, if it FAILED.' })
  readonly failure: string | null;

  @Field(() => PolicyComparisonView, { description: 'What it found; while it runs, so far.' })
  readonly comparison: PolicyComparisonView;

  constructor(row: BacktestRow) {
    this.id = globalId('Backtest', row.uuid);
    this.version = row.version;
    this.servedVersion = row.servedVersion;
    this.state = row.state;
    this.done = row.done;
    this.total = row.total;
    this.from = new Date(row.receivedFrom);
    this.to = new Date(row.receivedTo);
    this.startedBy = row.startedBy;
    this.startedAt = new Date(row.startedAt);
    this.finishedAt = row.finishedAt === null ? null : new Date(row.finishedAt);
    this.failure = row.failure;
    this.comparison = new PolicyComparisonView(compareOutcomes(row.tally, daysCovered(row)));
  }
}

@InputType({ description: 'Which version to replay, and over how much of the history.' })
export class StartBacktestInput {
  @Field(() => ID, { description: 'The version.' })
  packId!: string;

  @Field(() => Int, { nullable: true, description: 'Posts received within so many days, 1 to 3660; 30 if not given.' })
  days!: number | null;

  @Field(() => Int, { nullable: true, description: 'At most so many of them, the newest, 1 to 1000000; 20000 if not given.' })
  mostPosts!: number | null;

  @Field(() => Int, { nullable: true, description: 'So many examples of posts newly held, and of posts newly released, 0 to 50; 20 if not given.' })
  examples!: number | null;
}

@InputType({ description: 'A backtest to call off.' })
export class CancelBacktestInput {
  @Field(() => ID)
  backtestId!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The backtest that runs.' })
export class StartBacktestPayload extends Payload {
  @Field(() => BacktestView, { nullable: true, description: 'The backtest; one of this version that ran already, if there was one.' })
  backtest!: BacktestView | null;
}

@ObjectType({ simpleResolvers: true, description: 'The backtest that was called off.' })
export class CancelBacktestPayload extends Payload {
  @Field(() => BacktestView, { nullable: true, description: 'The backtest; what it had counted stays.' })
  backtest!: BacktestView | null;
}
