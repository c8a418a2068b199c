import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class Message {
  @Field()
  author!: string;

  @Field()
  text!: string;
}
