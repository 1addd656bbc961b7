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

/**
 * Counts what is within a limit; returns the milliseconds to wait. KEYS: key. ARGV: milliseconds of the window, points
 * that are allowed, points that this one takes.
 */
export const COUNT = `local cost = tonumber(ARGV[3])
local points = redis.call('incrby', KEYS[1], ARGV[3])
if points == cost then redis.call('pexpire', KEYS[1], ARGV[1]) end
if points <= tonumber(ARGV[2]) then return 0 end
redis.call('decrby', KEYS[1], ARGV[3])
return math.max(1, redis.call('pttl', KEYS[1]))`;
