package org.circlekeeper.access.web;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.circlekeeper.access.Bookmark;
import org.circlekeeper.access.Door;
import org.circlekeeper.access.MemberSignIn;
import org.circlekeeper.access.MemberSignIns;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.access.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** What every request passes before any controller: who sends it, whether its form is ours, what the page may load. */
@Configuration
@ConditionalOnWebApplication
class AccessChain {

    static final List<PathPatternRequestMatcher> ASSETS = Stream.of(
                    "/webjars/**",
                    "/circlekeeper.css",
                    "/features.css",
                    "/circlekeeper.js",
                    "/features.js",
                    "/portal.css",
                    "/portal.js",
                    "/circlekeeper.svg",
                    "/favicon.ico")
            .map(PathPatternRequestMatcher::pathPattern)
            .toList();

    private static final String MAY_LOAD = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'");

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            SignIns signIns,
            ObjectProvider<MemberSignIns> members,
            OpenRoutes open,
            ObjectProvider<Door> doors,
            ObjectProvider<Bookmark> bookmarks)
            throws Exception {
        var csrf = new CookieCsrfTokenRepository();
        csrf.setCookieCustomizer(cookie -> cookie.sameSite("Lax").httpOnly(true).path("/"));
        var door = new ToTheDoor(doors, bookmarks);
        return http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(c -> c.csrfTokenRepository(csrf)
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(new SignInFilter(signIns, members), CsrfFilter.class)
                .addFilterAfter(new NoFilesFromStrangers(door), SignInFilter.class)
                .authorizeHttpRequests(rules -> rules.requestMatchers(ASSETS.toArray(PathPatternRequestMatcher[]::new))
                        .permitAll()
                        .anyRequest()
                        .access((who, request) -> openOrSignedIn(open, who, request)))
                .exceptionHandling(e -> e.authenticationEntryPoint(door))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(MAY_LOAD))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** Nobody signs in through Spring's own ways; {@link SignIns} keeps the one there is. */
    @Bean
    AuthenticationManager noOtherWayIn() {
        return _ -> {
            throw new AuthenticationServiceException("Signing in happens at /sign-in");
        };
    }

    private static AuthorizationDecision openOrSignedIn(
            OpenRoutes open, Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        var request = context.getRequest();
        return new AuthorizationDecision(
                open.includes(request) || isSignedIn(who.get(), MemberSignIn.isPath(request.getRequestURI())));
    }

    private static boolean isSignedIn(@Nullable Authentication who, boolean amongMembers) {
        return who != null
                && (amongMembers ? who.getPrincipal() instanceof MemberSignIn : who.getPrincipal() instanceof SignedIn);
    }
}
