/** The PostgreSQL beneath everything: the embedded server, its roles, migrations, and the scope of one practice. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = "terms")
package org.circlekeeper.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
