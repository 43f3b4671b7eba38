package org.circlekeeper.portal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey of somebody's own pages, as its holder sees it.
 *
 * @param name as they called it when they added it
 * @param usedAt when it last opened the pages; null while it never did
 */
public record Passkey(
        UUID id, String name, Instant madeAt, @Nullable Instant usedAt) {}
