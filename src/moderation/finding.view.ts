import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Finding, Span } from './screening/screen.js';

@ObjectType('Span', { simpleResolvers: true, description: 'A stretch of a text: `text.slice(start, end)` in UTF-16 units, as JavaScript counts.' })
export class SpanView implements Span {
  @Field(() => Int)
  start!: number;

  @Field(() => Int, { description: 'Where it ends; not part of it.' })
  end!: number;

  @Field(() => String, { description: 'What it says.' })
  text!: string;
}

@ObjectType('Finding', { simpleResolvers: true, description: 'What screening saw in a post, where, and why it matters. A finding holds; only people decide.' })
export class FindingView {
  @Field(() => String, { description: 'The check that found it.' })
  readonly check: string;

  @Field(() => String, { description: 'The rule of the policy, by its id.' })
  readonly rule: string;

  @Field(() => String, { description: 'Code of the category of the policy.' })
  readonly category: string;

  @Field(() => Int, { description: '1 (slight) to 4 (grave).' })
  readonly severity: number;

  @Field(() => Float, { description: '0 to 1: how sure the rule is.' })
  readonly confidence: number;

  @Field(() => [SpanView], { description: "Where, in the post's text." })
  readonly spans: readonly SpanView[];

  @Field(() => [SpanView], { description: "Where, in the post's title." })
  readonly titleSpans: readonly SpanView[];

  constructor(readonly finding: Finding) {
    this.check = finding.check;
    this.rule = finding.rule;
    this.category = finding.category;
    this.severity = finding.severity;
    this.confidence = finding.confidence;
    this.spans = finding.spans;
    this.titleSpans = finding.titleSpans;
  }
}
