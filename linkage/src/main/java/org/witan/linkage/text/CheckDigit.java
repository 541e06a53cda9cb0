package org.witan.linkage.text;

/// Whether a number can be what it says it is: its last digit follows from the others.
public enum CheckDigit {
    /// Ten digits, weights 10 to 2, modulo 11, as the NHS number has it.
    MODULO_11 {
        @Override
        public boolean holds(String digits) {
            if (!digits.matches("\\d{10}")) {
                return false;
            }
            int sum = 0;
            for (int at = 0; at < 9; at++) {
                sum += (digits.charAt(at) - '0') * (10 - at);
            }
            int check = (11 - sum % 11) % 11;
            return check == digits.charAt(9) - '0' && !digits.chars().allMatch(c -> c == digits.charAt(0));
        }
    },
    /// Every second digit from the right doubled, as bank cards have it.
    LUHN {
        @Override
        public boolean holds(String digits) {
            if (!digits.matches("\\d{2,}")) {
                return false;
            }
            int sum = 0;
            for (int back = 0; back < digits.length(); back++) {
                int digit = digits.charAt(digits.length() - 1 - back) - '0';
                int part = back % 2 == 0 ? digit : digit * 2;
                sum += part > 9 ? part - 9 : part;
            }
            return sum % 10 == 0;
        }
    };

    public abstract boolean holds(String digits);
}
