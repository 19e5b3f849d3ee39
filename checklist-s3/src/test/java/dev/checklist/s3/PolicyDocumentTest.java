package dev.checklist.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.s3.PolicyDocument.Audience;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDocumentTest {
    private static @Nullable PolicyDocument parse(String text) {
        return PolicyDocument.parse(text.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "EVERYBODY|'Effect':'Allow','Principal':'*'",
                "EVERYBODY|'Effect':'Allow','Principal':{'AWS':'*'}",
                "EVERYBODY|'Effect':'Allow','Principal':{'AWS':['arn:aws:iam::1:root','*']}",
                "EVERYBODY|'Effect':'Allow','Principal':{'SCW':'*'}",
                "UNKNOWN|'Effect':'Allow','Principal':'*','Condition':{'IpAddress':{'aws:SourceIp':'10.0.0.0/8'}}",
                "UNKNOWN|'Effect':'Allow','NotPrincipal':{'AWS':'arn:aws:iam::1:root'}",
                "UNKNOWN|'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::1:user/*'}",
                "UNKNOWN|'Effect':'Allow','Principal':{'Service':'logging.s3.amazonaws.com'}",
                "UNKNOWN|'Effect':'Allow','Principal':{'AWS':[]}",
                "UNKNOWN|'Effect':'Allow','Principal':{'AWS':[7]}",
                "UNKNOWN|'Effect':'Allow','Principal':''",
                "UNKNOWN|'Effect':'Allow'",
                "UNKNOWN|'Principal':{'AWS':'arn:aws:iam::1:root'}",
                "UNKNOWN|'Effect':'allow','Principal':'*'",
                "NAMED_ACCOUNTS|'Effect':'Deny','Principal':'*'",
                "NAMED_ACCOUNTS|'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::1:root'}",
                "NAMED_ACCOUNTS|'Effect':'Allow','Principal':{'CanonicalUser':['a','b']}"
            })
    void a_statement_lets_in_whom_it_names(Audience audience, String statement) {
        assertThat(parse("{'Statement':{" + statement + "}}").audience()).isEqualTo(audience);
        assertThat(parse("{'Statement':[{'Effect':'Deny','Principal':'*'},{" + statement + "}]}")
                        .audience())
                .isEqualTo(audience);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Please log in</html>",
                "[]",
                "{}",
                "null",
                "{'Statement':[]}",
                "{'Statement':'x'}",
                "{'Statement':[[]]}",
                "{'Statement':[{'Effect':'Allow'}]} trailing",
                "{'Statement':[{'Effect':'Allow','Effect':'Deny'}]}",
                "{'Statement':[{'Effect':'Allow'"
            })
    void a_text_that_is_no_policy_is_none(String text) {
        assertThat(parse(text)).isNull();
    }

    @Test
    void a_text_nested_without_end_is_none() {
        assertThat(parse("{'Statement':" + "[".repeat(100_000))).isNull();
    }
}
