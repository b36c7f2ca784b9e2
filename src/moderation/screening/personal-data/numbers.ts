/** Provinces of the first two digits of identity numbers (GB/T 2260). */
const PROVINCES = new Set('11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '));
const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const IDENTITY_CHECKS = '10x98765432';
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Resident identity number: region, date of birth, order, check digit by ISO 7064 MOD 11-2 (GB 11643-1999). */
export function isIdentityNumber(digits: string): boolean {
  if (digits.length !== 18 || !PROVINCES.has(digits.slice(0, 2)) || !/^(?:18|19|20)/.test(digits.slice(6))) return false;
  if (!isDay(digits.slice(10, 14))) return false;
  const sum = IDENTITY_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return digits[17] === IDENTITY_CHECKS[sum % 11];
}

/** The form of before 1999: region, date of birth with a year of two digits, order; it has no check digit. */
export function isOldIdentityNumber(digits: string): boolean {
  return digits.length === 15 && PROVINCES.has(digits.slice(0, 2)) && isDay(digits.slice(8, 12));
}

function isDay(monthAndDay: string): boolean {
  const day = Number(monthAndDay.slice(2));
  return day >= 1 && day <= (DAYS[Number(monthAndDay.slice(0, 2)) - 1] ?? 0);
}

/** Mobile number of mainland China: eleven digits, the first 1, the second 3 to 9; numbers of zeros are examples. Null if it is none. */
export function mobileNumber(digits: string): string | null {
  const own = digits.length > 11 && /^(?:0086|86|0)/.test(digits) ? digits.slice(-11) : digits;
  if (own.length !== 11 || !['', '0', '86', '0086'].includes(digits.slice(0, -11))) return null;
  return own.startsWith('1') && (own[1] ?? '') >= '3' && /^\d+$/.test(own) && !own.endsWith('00000000') ? own : null;
}

/** Number of a line at home or in an office: area code and seven or eight digits. */
export function isLandline(digits: string): boolean {
  return /^0(?:10|2\d|[3-9]\d\d)[2-8]\d{6,7}$/.test(digits);
}

/** Bank card: 16 to 19 digits with an issuer's prefix and the check digit of ISO/IEC 7812-1 (Luhn). */
export function isBankCard(digits: string): boolean {
  if (digits.length < 16 || digits.length > 19 || !'34569'.includes(digits.charAt(0)) || !/^(?:62|60|4|5[1-5]|3[57]|9[59])\d+$/.test(digits)) return false;
  let sum = 0;
  for (let place = 1; place <= digits.length; place += 1) {
    const value = Number(digits[digits.length - place]) * (place % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
