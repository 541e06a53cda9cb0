package org.witan.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.TransactionSystemException;

/// Which failures mean that the database does not answer.
class SilenceTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53100", "53200", "53300", "57P01", "57P02", "57P03", "58030"})
    void aServerThatIsGoneFullOrOverrunIsSilent(String state) {
        var failure = new IllegalStateException(new SQLException("value of a person", state));
        assertThat(Silence.behind(failure)).hasValue("SQL state " + state);
    }

    @Test
    void aPoolWithoutAConnectionIsSilent() {
        assertThat(Silence.behind(new SQLTransientConnectionException("none"))).isPresent();
        assertThat(Silence.behind(new CannotGetJdbcConnectionException("none"))).isPresent();
    }

    @Test
    void whatCouldNotBeUndoneEitherIsSilentWhenItBeganWithSilence() {
        var undoing = new TransactionSystemException("undoing failed", new SQLException("closed"));
        assertThat(Silence.behind(undoing)).isEmpty();
        undoing.initApplicationException(new IllegalStateException(new SQLException("gone", "57P01")));
        assertThat(Silence.behind(undoing)).hasValue("SQL state 57P01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "42501", "22001", "57014", "40001"})
    void aFaultOfOursIsNot(String state) {
        assertThat(Silence.behind(new SQLException("fault", state))).isEmpty();
        assertThat(Silence.behind(new SQLException("no state"))).isEmpty();
        assertThat(Silence.behind(new IllegalStateException("other"))).isEmpty();
    }
}
