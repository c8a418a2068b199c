import { Injectable } from '@nestjs/common';

/** The notes of each user, in memory. */
@Injectable()
export class Notes {
  private readonly notes = new Map<string, string[]>();

  of(userId: string): string[] {
    return this.notes.get(userId) ?? [];
  }

  add(userId: string, text: string): string[] {
    const notes = [...this.of(userId), text];
    this.notes.set(userId, notes);
    return notes;
  }
}
