package org.circlekeeper.portal.web;

import org.circlekeeper.portal.Shell;

/** What an error page shows: the names of its sentences. */
public record Wrong(Shell shell, String title, String says) {}
