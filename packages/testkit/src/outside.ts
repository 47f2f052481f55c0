/** The outside world, fixed: a clock that stands still, ids that are counted. */
import { Ids, type Instant } from "@verksam/kernel";
import * as Clock from "effect/Clock";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";

/** It is this instant, and stays so; sleeping takes as long as it does by the clock around. Throws on what is no instant. */
export const fixedClock = (instant: Instant): Layer.Layer<never> => {
  const millis = Date.parse(instant);
  if (Number.isNaN(millis)) throw new RangeError(`${instant} is no instant`);
  const nanos = BigInt(millis) * 1_000_000n;
  return Layer.effect(
    Clock.Clock,
    Clock.clockWith((around) =>
      Effect.succeed({
        currentTimeMillisUnsafe: () => millis,
        currentTimeMillis: Effect.succeed(millis),
        currentTimeNanosUnsafe: () => nanos,
        currentTimeNanos: Effect.succeed(nanos),
        monotonicTimeNanosUnsafe: () => around.monotonicTimeNanosUnsafe(),
        monotonicTimeNanos: around.monotonicTimeNanos,
        sleep: (duration) => around.sleep(duration),
      }),
    ),
  );
};

/** Ids counted from 1: `id-1`, `id-2` … or with another first part; from 1 again each time the layer is built. */
export const countedIds = (first = "id"): Layer.Layer<Ids> =>
  Layer.sync(Ids, () => {
    let count = 0;
    return { next: Effect.sync(() => `${first}-${++count}`) };
  });
