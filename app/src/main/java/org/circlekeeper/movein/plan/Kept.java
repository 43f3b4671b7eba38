package org.circlekeeper.movein.plan;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row that was imported before: what it said then, and whom and which session it became. */
public record Kept(
        Map<String, String> said,
        @Nullable UUID patient,
        @Nullable UUID session) {}
