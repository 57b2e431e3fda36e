package dev.albumen.rest.user;

import dev.albumen.application.shared.Once;
import dev.albumen.application.user.AcceptToken;
import dev.albumen.application.user.AccountAudit;
import dev.albumen.application.user.AccountClosing;
import dev.albumen.application.user.AccountOpening;
import dev.albumen.application.user.AccountTaking;
import dev.albumen.application.user.AttemptSeal;
import dev.albumen.application.user.BeginSignIn;
import dev.albumen.application.user.ChangeOwnAccount;
import dev.albumen.application.user.ChangeOwnPassword;
import dev.albumen.application.user.ChangeUser;
import dev.albumen.application.user.CloseOwnAccount;
import dev.albumen.application.user.CloseUser;
import dev.albumen.application.user.CreateInvite;
import dev.albumen.application.user.CreateUser;
import dev.albumen.application.user.EndOtherSessions;
import dev.albumen.application.user.EndSession;
import dev.albumen.application.user.FindOwnAccount;
import dev.albumen.application.user.FindUser;
import dev.albumen.application.user.FinishSignIn;
import dev.albumen.application.user.GuessGuard;
import dev.albumen.application.user.IdentityAccounts;
import dev.albumen.application.user.IdentityArrival;
import dev.albumen.application.user.IdentityStanding;
import dev.albumen.application.user.ListIdentities;
import dev.albumen.application.user.ListInvites;
import dev.albumen.application.user.ListProviders;
import dev.albumen.application.user.ListSessions;
import dev.albumen.application.user.ListUsers;
import dev.albumen.application.user.PasswordReplacing;
import dev.albumen.application.user.ReadProfile;
import dev.albumen.application.user.RefreshSession;
import dev.albumen.application.user.Register;
import dev.albumen.application.user.RemoveIdentity;
import dev.albumen.application.user.ReportUsage;
import dev.albumen.application.user.RevokeInvite;
import dev.albumen.application.user.RotateSigningKey;
import dev.albumen.application.user.SessionStart;
import dev.albumen.application.user.SignIn;
import dev.albumen.application.user.SignOut;
import dev.albumen.application.user.SigningKeyring;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.core.type.Argument;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.stream.Stream;

/** Registers the use cases of accounts, which know no framework, with every context of a test. */
@ContextConfigurer
public final class IdentityUseCases implements ApplicationContextConfigurer {

    private static final List<Class<?>> CLASSES = List.of(
            AcceptToken.class, AccountAudit.class, AccountClosing.class, AccountOpening.class, AccountTaking.class, AttemptSeal.class,
            BeginSignIn.class, ChangeOwnAccount.class, ChangeOwnPassword.class, ChangeUser.class, CloseOwnAccount.class,
            CloseUser.class, CreateInvite.class, CreateUser.class, EndOtherSessions.class, EndSession.class, FindOwnAccount.class,
            FindUser.class, FinishSignIn.class, GuessGuard.class, IdentityAccounts.class, IdentityArrival.class,
            IdentityStanding.class, ListIdentities.class, ListInvites.class, ListProviders.class, ListSessions.class, ListUsers.class, Once.class,
            PasswordReplacing.class, ReadProfile.class, RefreshSession.class, RemoveIdentity.class, Register.class, ReportUsage.class,
            RevokeInvite.class, RotateSigningKey.class, SessionStart.class, SignIn.class, SignOut.class, SigningKeyring.class);

    @Override
    public void configure(ApplicationContext context) {
        CLASSES.forEach(type -> register(context, type));
    }

    private static <T> void register(ApplicationContext context, Class<T> type) {
        context.registerBeanDefinition(RuntimeBeanDefinition.builder(type, () -> made(context, type)).singleton(true).build());
    }

    private static <T> T made(ApplicationContext context, Class<T> type) {
        Constructor<?> constructor = type.getConstructors()[0];
        Object[] needed = Stream.of(constructor.getGenericParameterTypes()).map(Argument::of)
                .map(need -> need.getType() == List.class ? List.of() : context.getBean(need))
                .toArray();
        try {
            return type.cast(constructor.newInstance(needed));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
