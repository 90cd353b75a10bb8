import { expect, test } from 'vitest';
import { keepBuiltIns } from '../src/system/keep-built-ins.js';

test('what a module exchanges in the language is put back, also where it cannot be loaded', async () => {
  const own = [Array.prototype.push, JSON.parse, JSON.stringify];
  const exchange = (): void => {
    Array.prototype.push = () => 0;
    JSON.parse = () => 'parsed';
    JSON.stringify = () => 'written';
  };
  expect(
    await keepBuiltIns(async () => {
      exchange();
      return 'loaded';
    }),
  ).toBe('loaded');
  expect([Array.prototype.push, JSON.parse, JSON.stringify]).toEqual(own);
  const load = async (): Promise<never> => {
    exchange();
    throw new Error('not there');
  };
  await expect(keepBuiltIns(load)).rejects.toThrow('not there');
  expect([Array.prototype.push, JSON.parse, JSON.stringify]).toEqual(own);
});
