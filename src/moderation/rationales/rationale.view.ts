import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { globalId, Payload } from '../../platform/index.js';
import { Language } from '../language.view.js';

/** A rationale to start from as the database holds it. */
export interface RationaleRow {
  readonly uuid: string;
  readonly category: string;
  readonly language: 'zh' | 'en';
  readonly title: string;
  readonly text: string;
}

@ObjectType('CannedRationale', { simpleResolvers: true, description: 'A rationale that is often needed, for the desk to start from.' })
export class RationaleView {
  @Field(() => ID, { description: 'Another once it is reworded.' })
  readonly id: string;

  @Field(() => String, { description: 'Code of the category that it is for.' })
  readonly category: string;

  @Field(() => String, { description: 'Tag of the language that it is in: zh or en.' })
  readonly language: 'zh' | 'en';

  @Field(() => String, { description: 'By which the desk finds it.' })
  readonly title: string;

  @Field(() => String)
  readonly text: string;

  constructor({ uuid, category, language, title, text }: RationaleRow) {
    this.id = globalId('CannedRationale', uuid);
    this.category = category;
    this.language = language;
    this.title = title;
    this.text = text;
  }
}

@InputType({ description: 'A rationale to start from, new or reworded.' })
export class SaveRationaleInput {
  @Field(() => ID, { nullable: true, description: 'The one that this is a new wording of.' })
  id?: string | null;

  @Field(() => String, { description: 'Code of a category of the policy.' })
  category!: string;

  @Field(() => Language)
  language!: Language;

  @Field(() => String, { description: 'At most 80 characters; one of a kind in its category and language.' })
  title!: string;

  @Field(() => String, { description: 'At most 4,000 characters.' })
  text!: string;
}

@InputType({ description: 'A rationale that is not needed any more.' })
export class RetireRationaleInput {
  @Field(() => ID)
  id!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The rationale as it is now.' })
export class SaveRationalePayload extends Payload {
  @Field(() => RationaleView, { nullable: true })
  rationale!: RationaleView | null;
}

@ObjectType({ simpleResolvers: true, description: 'Whether it could be done.' })
export class RetireRationalePayload extends Payload {}
