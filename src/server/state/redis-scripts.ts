/** Sets a value where there is none; returns the one that is there. KEYS: key. ARGV: value, milliseconds. */
export const ADD = `local there = redis.call('get', KEYS[1])
if there then return there end
redis.call('set', KEYS[1], ARGV[1], 'PX', ARGV[2])
return false`;

/** Removes a value and returns it; with an argument, only that very value. KEYS: key. ARGV: value, if any. */
export const TAKE = `local there = redis.call('get', KEYS[1])
if not there or (ARGV[1] and there ~= ARGV[1]) then return false end
redis.call('del', KEYS[1])
return there`;

/** Counts one; returns the count and the milliseconds that are left. KEYS: key. ARGV: milliseconds of the window. */
export const COUNT = `local points = redis.call('incr', KEYS[1])
if points == 1 then redis.call('pexpire', KEYS[1], ARGV[1]) end
return { points, redis.call('pttl', KEYS[1]) }`;
